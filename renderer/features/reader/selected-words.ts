const MOST = 100

/** What is selected within an element, where it is a few words of one line; undefined otherwise. */
export function selectedWords(within: Element | null): string | undefined {
  const selection = getSelection()
  const words = selection?.toString().trim() ?? ''
  const isWithin = within?.contains(selection?.anchorNode ?? null) === true
  return isWithin && words !== '' && words.length <= MOST && !words.includes('\n') ? words : undefined
}
