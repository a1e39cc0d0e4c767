import { useTranslation } from 'react-i18next'
import type { OutletRule } from '../../../electron/core/model/outlet-rule.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './RuleOffer.module.css'
import { actionWords, outletWords } from './rule-words.ts'

const css = classNames(styles)

/** A rule that would have given the correction just made. */
export type Offer = Omit<OutletRule, 'id'>

interface Props {
  readonly offer: Offer
  readonly onDone: () => void
}

/** Asks whether a correction is to be remembered for its outlet, and says what that will do. */
export function RuleOffer({ offer, onDone }: Props) {
  const { t } = useTranslation()
  const save = useChange('rule:save')
  const remember = async () => {
    if (await save.run({ rule: offer })) onDone()
  }
  return (
    <div className={css('offer')} role="status">
      <p className={css('words')}>
        <strong>{t('outlets.offerTitle')}</strong>{' '}
        {t('outlets.offer', { outlet: outletWords(offer.outlet), rule: actionWords(t, offer.action) })}
      </p>
      <Button isResting={save.isPending} onPress={() => void remember()}>
        {t('outlets.remember')}
      </Button>
      <Button look="quiet" onPress={onDone}>
        {t('outlets.notNow')}
      </Button>
    </div>
  )
}
