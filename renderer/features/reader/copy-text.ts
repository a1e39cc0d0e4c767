/**
 * Puts text on the clipboard, and beside it the same as HTML where that is given. The asynchronous clipboard needs a permission, and the window is given none; the
 * copy command of the document needs only the press of a key or button that leads here.
 */
export function copyText(text: string, html?: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'visually-hidden'
  const focused = document.activeElement
  // A dialog lets nothing outside of it have the focus.
  const place = focused?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body
  place.append(field)
  field.select()
  const both = (event: ClipboardEvent) => {
    if (html === undefined) return
    event.clipboardData?.setData('text/plain', text)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
  }
  document.addEventListener('copy', both, { once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', both)
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
