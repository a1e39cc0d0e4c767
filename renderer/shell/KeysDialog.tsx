import { useTranslation } from 'react-i18next'
import { printKeys } from '../commands/keys.ts'
import { COMMAND_GROUPS, commandIds, definitionOf } from '../commands/table.ts'
import { keysOfAction, treeActions } from '../features/tags/tree-keys.ts'
import { usePlatform } from '../state/platform.ts'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './KeysDialog.module.css'

const css = classNames(styles)

/** Commands without keys are in the palette alone. */
const GROUPS = COMMAND_GROUPS.filter(group =>
  commandIds.some(id => definitionOf(id).group === group && definitionOf(id).keys.length > 0),
)

/** Every key of the command table, and those of the tree of tags. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const platform = usePlatform()
  return (
    <Dialog isOpen width="wide" isText title={t('commands.title')} onClose={onClose}>
      <div className={css('groups')}>
        {GROUPS.map(group => (
          <section key={group} className={css('group')}>
            <h3 className={css('heading')}>{t(`commands.groups.${group}`)}</h3>
            <dl>
              {group === 'clip' && <KeyLine name={t('clip.paste')} keys={[printKeys('Mod+V', platform)]} />}
              {group === 'clipping' && <KeyLine name={t('reader.walk')} keys={['←', '→']} />}
              {commandIds
                .filter(id => definitionOf(id).group === group && definitionOf(id).keys.length > 0)
                .map(id => (
                  <KeyLine
                    key={id}
                    name={t(`commands.names.${id}`)}
                    keys={definitionOf(id).keys.map(keys => printKeys(keys, platform))}
                  />
                ))}
            </dl>
            {group === 'clipping' && (
              <p className={css('note')}>{t('commands.dragOut', { key: printKeys('Alt', platform) })}</p>
            )}
          </section>
        ))}
        <section className={css('group')}>
          <h3 className={css('heading')}>{t('tags.keys')}</h3>
          <dl>
            {treeActions.map(action => (
              <KeyLine
                key={action}
                name={t(`tags.action.${action}`)}
                keys={keysOfAction(action).map(keys => printKeys(keys, platform))}
              />
            ))}
          </dl>
        </section>
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
