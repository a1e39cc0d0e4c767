import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import menuStyles from './Menu.module.css'
import styles from './Select.module.css'

const css = classNames(styles)
const menu = classNames(menuStyles)

interface Option {
  readonly id: string
  /** What the closed select shows, and what typing looks for. */
  readonly name: string
  /** What stands in the list where the place says the rest of the name. */
  readonly shortName?: string
  /** What stands before the name: a colour, an icon. */
  readonly icon?: ReactNode
  readonly count?: number
  /** How far the name is indented, for a tree. */
  readonly depth?: number
}

interface Props {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (id: string) => void
  readonly placeholder: string
  readonly hint?: ReactNode
}

/** One of many choices, in a list that opens. Typing goes to the choice that begins with it. */
export function Select({ label, hideLabel, options, value, onChange, placeholder, hint }: Props) {
  return (
    <AriaSelect
      className={css('select')}
      value={value ?? null}
      placeholder={placeholder}
      onChange={chosen => {
        if (typeof chosen === 'string') onChange(chosen)
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : css('label')}>{label}</Label>
      <Button className={css('button')}>
        <SelectValue className={css('value')}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      {hint && (
        <Text slot="description" className={css('hint')}>
          {hint}
        </Text>
      )}
      <Popover className={`${menu('popover')} ${css('popover')}`} offset={4}>
        <ListBox className={menu('menu')}>
          {options.map(option => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.name}
              className={menu('item')}
              style={{ paddingInlineStart: 9 + (option.depth ?? 0) * 16 }}
            >
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className={menu('words')}>{option.shortName ?? option.name}</span>
                  {option.count !== undefined && (
                    <span className={css('count')}>{option.count.toLocaleString('en-GB')}</span>
                  )}
                  <span className={menu('icon')} aria-hidden="true">
                    {isSelected && <Check />}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
