import { useTranslation } from 'react-i18next'
import { type LeftOut, NOT_LOADED_KINDS } from '../../../electron/core/model/original-page.ts'
import { classNames } from '../../ui/class-names.ts'
import { totalOf } from './left-out-words.ts'
import styles from './OriginalPage.module.css'

const css = classNames(styles)

/** What a page is shown without, by its kind, with the addresses that it would have asked. */
export function LeftOutList({ leftOut }: { readonly leftOut: LeftOut }) {
  const { t } = useTranslation()
  const more = totalOf(leftOut) - leftOut.first.length
  const kinds = NOT_LOADED_KINDS.filter(kind => leftOut.first.some(each => each.kind === kind))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section id="left-out" className={css('list')} tabIndex={0} aria-label={t('originalPage.listLabel')}>
      {kinds.map(kind => (
        <section key={kind}>
          <h2 className={css('kind')}>{t(`originalPage.kinds.${kind}`, { count: leftOut.counts[kind] })}</h2>
          <ul>
            {leftOut.first
              .filter(each => each.kind === kind)
              .map(({ address }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and addresses repeat
                <li key={at} className={css('address')}>
                  {address === '' ? t('originalPage.inPage') : <code>{address}</code>}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {more > 0 && <p className={css('more')}>{t('originalPage.more', { count: more })}</p>}
    </section>
  )
}
