import type { Snippet } from '../../../electron/core/model/listing.ts'
import { Marked } from './Marked.tsx'

/** A passage of a body with what was found in it, and where it was cut. */
export const Passage = ({ snippet: { text, marks, cutBefore, cutAfter } }: { readonly snippet: Snippet }) => (
  <>
    {cutBefore && '…'}
    <Marked text={text} places={marks.map(([start, end]) => ({ start, end }))} />
    {cutAfter && '…'}
  </>
)
