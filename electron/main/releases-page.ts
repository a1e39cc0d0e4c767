import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MessageBoxOptions } from 'electron'
import { z } from 'zod'
import type { MenuWords } from './menu-words.ts'

const packageSchema = z.object({ releases: z.url({ protocol: /^https$/u }).optional() })

/** The page on which new versions are announced, where the app's package.json has one. */
export async function releasesPage(appPath: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(appPath, 'package.json'), 'utf8')
    return packageSchema.safeParse(JSON.parse(text)).data?.releases
  } catch {
    return undefined
  }
}

export interface BrowserPorts {
  readonly ask: (question: MessageBoxOptions) => Promise<number>
  readonly open: (address: string) => Promise<void>
}

/** Shows the whole address, and has the system's browser open it where that is wanted. Nothing else of ours leads out. */
export async function openReleases(
  address: string,
  words: MenuWords,
  { ask, open }: BrowserPorts,
): Promise<void> {
  const button = await ask({
    type: 'question',
    message: words.openInBrowser,
    detail: address,
    buttons: [words.openPage, words.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (button === 0) await open(address)
}
