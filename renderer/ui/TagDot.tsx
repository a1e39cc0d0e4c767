import type { TagColour } from '../../electron/core/model/tag.ts'
import { classNames } from './class-names.ts'
import styles from './TagDot.module.css'

const css = classNames(styles)

/** The colour of a tag as a dot; what it says is said in words beside it. */
export const TagDot = ({ colour }: { readonly colour: TagColour }) => (
  <span className={css('dot', colour)} aria-hidden="true" />
)
