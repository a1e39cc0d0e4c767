import i18next from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { EmptyBody } from '../../../../../renderer/features/reader/EmptyBody.tsx'
import { en } from '../../../../../renderer/i18n/en/index.ts'
import { zhHans } from '../../../../../renderer/i18n/zh-hans/index.ts'

const SET_ASIDE = { order: 0, text: 'Related', step: 'related', reason: 'related' }
const original = (mediaType: string) => ({ sha256: 'a'.repeat(64), mediaType, byteLength: 1, name: 'a' })

describe.each([
  ['en', en],
  ['zh-Hans', zhHans],
] as const)('an article without text, in %s', (language, words) => {
  const { emptyBody } = words.reader

  it.each([
    ['scan', 'application/pdf', undefined, 0],
    ['link', 'text/csv', 'http://news.example/a', 0],
    ['nothing', 'text/plain', undefined, 0],
    ['set-aside', 'application/pdf', undefined, 1],
  ] as const)('says why, and what to do: %s', async (reason, mediaType, url, setAside) => {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: { [language]: { translation: words } },
      interpolation: { escapeValue: false },
    })
    const clipping = { originals: [original(mediaType)], ...(url !== undefined && { url }) }
    const article = { setAside: Array.from({ length: setAside }, () => SET_ASIDE) }
    const markup = renderToStaticMarkup(createElement(EmptyBody, { clipping, article } as never))
    expect(markup).toContain(emptyBody[reason].what)
    expect(markup).toContain(emptyBody[reason].detail)
  })
})
