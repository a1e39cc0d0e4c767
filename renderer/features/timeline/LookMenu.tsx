import { Check, Image, SlidersHorizontal } from 'lucide-react'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
  Separator,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../commands/registry.ts'
import { COMMANDS } from '../../commands/table.ts'
import { useStore } from '../../state/store.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import menu from '../../ui/Menu.module.css'
import styles from './LookMenu.module.css'
import { type Look, look, setLook } from './look.ts'

const css = classNames({ ...menu, ...styles })

const GROUPINGS = ['day', 'week', 'month'] as const
const LANES = ['none', 'source', 'tag', 'collection'] as const
const FOLDS = ['foldsReprints', 'foldsGaps'] as const

/** How the timeline is shown: what a heading covers, what has a lane of its own, and what is folded. */
export function LookMenu() {
  const { t } = useTranslation()
  const now = useStore(look)
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('timeline.look')} icon={<SlidersHorizontal />} />
      <Popover className={css('popover')} offset={4}>
        <Menu className={css('menu')} aria-label={t('timeline.look')}>
          <ChoiceSection
            title={t('timeline.grouping')}
            value={now.grouping}
            choices={GROUPINGS.map(value => [value, t(`timeline.groupings.${value}`)])}
            onChoose={grouping => setLook({ grouping })}
          />
          <Separator className={css('line')} />
          <ChoiceSection
            title={t('timeline.lanes')}
            value={now.lanes}
            choices={LANES.map(value => [value, t(`timeline.lanesBy.${value}`)])}
            onChoose={lanes => setLook({ lanes })}
          />
          <Separator className={css('line')} />
          <MenuSection
            selectionMode="multiple"
            selectedKeys={FOLDS.filter(fold => now[fold])}
            onSelectionChange={chosen => setLook(folds(chosen))}
          >
            <Header className={css('header')}>{t('timeline.fold')}</Header>
            {FOLDS.map(fold => (
              <Item key={fold} id={fold} words={t(`timeline.${fold}`)} />
            ))}
          </MenuSection>
          <Separator className={css('line')} />
          <MenuItem
            className={css('item')}
            textValue={t('timeline.pictureOpen')}
            onAction={() => void runCommand('timeline-picture')}
          >
            <span className={css('icon')} aria-hidden="true">
              <Image />
            </span>
            <span className={css('words')}>{t('timeline.pictureOpen')}</span>
            <Kbd keys={COMMANDS['timeline-picture'].keys[0]} />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const folds = (chosen: Selection): Pick<Look, (typeof FOLDS)[number]> => ({
  foldsReprints: chosen === 'all' || chosen.has('foldsReprints'),
  foldsGaps: chosen === 'all' || chosen.has('foldsGaps'),
})

interface SectionProps<T extends string> {
  readonly title: string
  readonly value: T
  readonly choices: readonly (readonly [T, string])[]
  readonly onChoose: (value: T) => void
}

function ChoiceSection<T extends string>({ title, value, choices, onChoose }: SectionProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={chosen => {
        const next = choices.find(([key]) => chosen !== 'all' && chosen.has(key))
        if (next) onChoose(next[0])
      }}
    >
      <Header className={css('header')}>{title}</Header>
      {choices.map(([key, words]) => (
        <Item key={key} id={key} words={words} />
      ))}
    </MenuSection>
  )
}

function Item({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <MenuItem id={id} textValue={words} className={css('item')}>
      {({ isSelected }) => (
        <>
          <span className={css('icon')} aria-hidden="true">
            {isSelected && <Check />}
          </span>
          <span className={css('words')}>{words}</span>
        </>
      )}
    </MenuItem>
  )
}
