import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutletAction, OutletRule } from '../../../electron/core/model/outlet-rule.ts'
import { useChange } from '../../api/use-change.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type ActionField, fieldsOf, withFields } from './action-fields.ts'
import styles from './OutletsSection.module.css'
import { actionWords, outletWords } from './rule-words.ts'

const css = classNames(styles)

interface Props {
  readonly rule: OutletRule
  readonly onClose: () => void
}

/** Types the words of a rule over, and says what it will then do. */
export function RuleDialog({ rule, onClose }: Props) {
  const { t } = useTranslation()
  const save = useChange('rule:save')
  const [fields, setFields] = useState(fieldsOf(rule.action))
  const action: OutletAction | undefined = withFields(rule.action, fields)
  const set = (name: ActionField) => (value: string) => setFields(new Map(fields).set(name, value))
  const commit = async () => {
    if (action && (await save.run({ rule: { ...rule, action } }))) onClose()
  }
  return (
    <Dialog
      isOpen
      title={t('outlets.dialogTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="strong" isDisabled={!action || save.isPending} onPress={() => void commit()}>
            {t('outlets.save')}
          </Button>
        </>
      }
    >
      <div className={css('form')}>
        <p className={css('outlet')}>{outletWords(rule.outlet)}</p>
        {[...fields].map(([name, value], at) => (
          <TextField
            key={name}
            label={t(`outlets.fields.${name}`)}
            value={value}
            onChange={set(name)}
            autoFocus={at === 0}
            error={value.trim() === '' ? t('outlets.empty') : undefined}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit()
              else event.continuePropagation()
            }}
          />
        ))}
        <p className={css('soft')} aria-live="polite">
          {action && actionWords(t, action)}
        </p>
      </div>
    </Dialog>
  )
}
