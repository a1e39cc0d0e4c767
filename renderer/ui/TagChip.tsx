import { type ReactNode, useMemo } from 'react'
import type { TagColour } from '../../electron/core/model/tag.ts'
import { useRequest } from '../api/use-request.ts'
import { classNames } from './class-names.ts'
import styles from './TagChip.module.css'

const css = classNames(styles)

/** The colour of each tag of the library, by name. */
export function useTagColours(): (name: string) => TagColour {
  const { data } = useRequest('library:overview', {}, { keepPrevious: true })
  const tags = data?.tags
  return useMemo(() => {
    const colours = new Map(tags?.map(({ name, colour }) => [name, colour]))
    return name => colours.get(name) ?? 'grey'
  }, [tags])
}

interface Props {
  readonly name: string
  readonly colour: TagColour
  /** Shows all levels; otherwise the last one, with the whole name as the tooltip. */
  readonly isWhole?: boolean
  /** Where the name leads; it is plain text without. */
  readonly href?: string
  /** A button that stands inside, at the end. */
  readonly action?: ReactNode
}

export function TagChip({ name, colour, isWhole = false, href, action }: Props) {
  const shown = isWhole ? name : name.split('/').at(-1)
  return (
    <span className={css('chip', colour)} title={name}>
      {href ? (
        <a className={css('name')} href={href}>
          {shown}
        </a>
      ) : (
        <span className={css('name')}>{shown}</span>
      )}
      {action}
    </span>
  )
}
