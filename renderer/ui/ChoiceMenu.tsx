import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Menu.module.css'

const css = classNames(styles)

interface Props<T extends string> {
  /** The button that opens the menu. */
  readonly trigger: ReactElement
  /** The accessible name of the menu. */
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly name: string; readonly icon: ReactNode }[]
  readonly value: T
  readonly onChoose: (value: T) => void
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** A menu of which one choice is on. It can also be opened from elsewhere, by a key. */
export function ChoiceMenu<T extends string>({
  trigger,
  label,
  choices,
  value,
  onChoose,
  isOpen,
  onOpenChange,
}: Props<T>) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className={css('popover')} offset={4}>
        <Menu
          className={css('menu')}
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onAction={key => {
            const choice = choices.find(candidate => candidate.value === key)
            if (choice) onChoose(choice.value)
          }}
        >
          {choices.map(choice => (
            <MenuItem key={choice.value} id={choice.value} textValue={choice.name} className={css('item')}>
              {({ isSelected }) => (
                <>
                  <span className={css('icon')} aria-hidden="true">
                    {choice.icon}
                  </span>
                  <span className={css('words')}>{choice.name}</span>
                  <span className={css('icon')} aria-hidden="true">
                    {isSelected && <Check />}
                  </span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
