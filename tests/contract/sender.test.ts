import type { WebContents, WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import { type OwnPages, senderOf } from '../../electron/ipc/sender.ts'
import { WINDOW_URL } from '../../electron/main/origin.ts'

/** As much of a page as telling who sends looks at. */
function page(url: string | (() => string)): { contents: WebContents; frame: WebFrameMain; pasted: number } {
  const seen = { pasted: 0 }
  const frame = {
    get url() {
      return typeof url === 'string' ? url : url()
    },
  } as WebFrameMain
  const contents = {
    mainFrame: frame,
    paste: () => {
      seen.pasted += 1
    },
  } as unknown as WebContents
  return Object.assign(seen, { contents, frame })
}

const only = (contents: WebContents): OwnPages => ({ url: WINDOW_URL, isWindow: each => each === contents })

describe('who asks', () => {
  it.each([WINDOW_URL, `${WINDOW_URL}#/timeline?q=渡轮`])('is our window at %s', url => {
    const { contents, frame } = page(url)
    expect(senderOf(frame, contents, only(contents))).toBeDefined()
  })

  it.each([
    'app://cuttings/original/0198b2a4-7c1e-7abc-8def-0123456789ab',
    'app://cuttings/assets/index.html',
    'app://cuttings/index.html.evil',
    'app://cuttings/index.html?x',
    'app://cuttings.evil/index.html',
    'app://cuttings@evil/index.html',
    'app://book/index.html',
    'https://cuttings/index.html',
    'file:///index.html',
    'data:text/html,app://cuttings/index.html',
    'about:blank',
    'about:srcdoc',
    '',
  ])('is nobody at %s, though the window is ours', url => {
    const { contents, frame } = page(url)
    expect(senderOf(frame, contents, only(contents))).toBeUndefined()
  })

  it('is nobody in a frame of our window, whatever its address', () => {
    const { contents } = page(WINDOW_URL)
    expect(senderOf(page(WINDOW_URL).frame, contents, only(contents))).toBeUndefined()
  })

  it('is nobody in a page that is no window of ours, whatever its address', () => {
    const { contents } = page(WINDOW_URL)
    const other = page(WINDOW_URL)
    expect(senderOf(other.frame, other.contents, only(contents))).toBeUndefined()
  })

  it('is nobody once its frame is gone, before the message came or since', () => {
    const { contents } = page(WINDOW_URL)
    expect(senderOf(null, contents, only(contents))).toBeUndefined()
    const disposed = page(() => {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    })
    expect(senderOf(disposed.frame, disposed.contents, only(disposed.contents))).toBeUndefined()
  })
})
