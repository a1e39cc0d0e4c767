import { emailBody } from './email-body.ts'
import { readHtml } from './html.ts'
import { openMhtml } from './mhtml.ts'
import { parseMime } from './mime-parts.ts'
import { partFinder } from './mime-pictures.ts'
import { pageBase } from './page-addresses.ts'
import { webAddress } from './stated-values.ts'
import { openWebArchive } from './webarchive.ts'

/** The markup of a kept original, with the files that it brought along in itself. */
export interface KeptPage {
  readonly html: string
  /** What relative addresses are relative to, where that is on the web. */
  readonly base: string | undefined
  readonly find: (address: string) => Uint8Array | undefined
}

function mailPage(bytes: Uint8Array): KeptPage | undefined {
  const message = parseMime(bytes)
  const html = message.ok ? emailBody(message.value) : undefined
  if (!message.ok || html === undefined) return undefined
  const base = webAddress(pageBase(html, undefined))
  return { html, base, find: partFinder(message.value, base) }
}

const OPENERS: ReadonlyArray<
  readonly [mediaType: RegExp, open: (bytes: Uint8Array) => KeptPage | undefined]
> = [
  [
    /^(?:text\/html|application\/xhtml\+xml)\b/iu,
    bytes => {
      const page = readHtml(bytes)
      if (!page.ok) return undefined
      const { html, savedFrom } = page.value
      return { html, base: webAddress(pageBase(html, savedFrom)), find: () => undefined }
    },
  ],
  [
    /^multipart\/related\b/iu,
    bytes => {
      const page = openMhtml(bytes)
      return page.ok ? page.value : undefined
    },
  ],
  [
    /^application\/x-webarchive\b/iu,
    bytes => {
      const page = openWebArchive(bytes)
      return page.ok ? page.value : undefined
    },
  ],
  [/^message\/rfc822\b/iu, mailPage],
]

/** Whether originals of that kind are pages, which can be shown as they were. */
export const isPageType = (mediaType: string): boolean => OPENERS.some(([type]) => type.test(mediaType))

/** The page of an original; undefined where there is none in it. */
export const openKeptPage = (bytes: Uint8Array, mediaType: string): KeptPage | undefined =>
  OPENERS.find(([type]) => type.test(mediaType))?.[1](bytes)
