/**
 * The address that Windows' clipboard states beside an HTML fragment: the `SourceURL` line of CF_HTML's
 * header, which is ASCII and ends where the markup starts ("HTML Clipboard Format", Microsoft Learn).
 * Undefined where there is none or it is not http(s), for example `about:blank`.
 */
export function sourceUrlOf(cfHtml: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(cfHtml.subarray(0, 16_384))
  const header = text.slice(0, text.indexOf('<') === -1 ? undefined : text.indexOf('<'))
  const stated = /^SourceURL:(?<url>\S+)\s*$/m.exec(header)?.groups?.['url']
  return stated !== undefined && URL.canParse(stated) && /^https?:$/.test(new URL(stated).protocol)
    ? stated
    : undefined
}
