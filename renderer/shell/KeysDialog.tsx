import { useTranslation } from 'react-i18next'
import { printKeys } from '../commands/keys.ts'
import { COMMAND_GROUPS, commandIds, definitionOf } from '../commands/table.ts'
import { usePlatform } from '../state/platform.ts'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './KeysDialog.module.css'

const css = classNames(styles)

/** Every key of the command table. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const platform = usePlatform()
  return (
    <Dialog isOpen width="wide" isText title={t('commands.title')} onClose={onClose}>
      <div className={css('groups')}>
        {COMMAND_GROUPS.map(group => (
          <section key={group} className={css('group')}>
            <h3 className={css('heading')}>{t(`commands.groups.${group}`)}</h3>
            <dl>
              {group === 'clip' && <KeyLine name={t('clip.paste')} keys={[printKeys('Mod+V', platform)]} />}
              {group === 'clipping' && <KeyLine name={t('reader.walk')} keys={['←', '→']} />}
              {commandIds
                .filter(id => definitionOf(id).group === group)
                .map(id => (
                  <KeyLine
                    key={id}
                    name={t(`commands.names.${id}`)}
                    keys={definitionOf(id).keys.map(keys => printKeys(keys, platform))}
                  />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function KeyLine({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  return (
    <div className={css('line')}>
      <dt>{name}</dt>
      <dd>
        {keys.map(key => (
          <kbd key={key} className={css('key')}>
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  )
}
