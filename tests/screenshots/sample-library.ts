import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Answer, Bridge, Channel, Input } from '../../electron/ipc/contract.ts'
import type { AppUnderTest } from '../e2e/app.ts'

const ARTICLES = join(import.meta.dirname, '../articles')
const PASTED = 'source.txt'

/** Asks as the page does, and fails loudly: a picture of half a library is worth nothing. */
async function ask<C extends Channel>(window: Page, channel: C, input: Input<C>) {
  const answer = (await window.evaluate(
    ([name, body]) =>
      (globalThis as unknown as { cuttings: Bridge }).cuttings.request(name as Channel, body as never),
    [channel, input] as const,
  )) as Answer<C>
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code} ${answer.error.message}`)
  return answer.value
}

/** Clips every pasted page of the tests, the reference article last, and tags and collects some of them. */
export async function fillLibrary({ window }: AppUnderTest): Promise<void> {
  const slugs = (await readdir(ARTICLES))
    .filter(name => existsSync(join(ARTICLES, name, PASTED)))
    .sort((a, b) => (a === 'h20-approval' ? 1 : b === 'h20-approval' ? -1 : 0))
  const ids: string[] = []
  for (const slug of slugs) {
    const text = await readFile(join(ARTICLES, slug, PASTED), 'utf8')
    ids.push((await ask(window, 'clip:paste', { text })).clipping.id)
  }
  const reference = ids.at(-1) ?? ''
  const tag = (tag: string, members: readonly string[]) =>
    ask(window, 'clipping:mark', { ids: [...members], mark: { mark: 'tag', on: true, tag } })
  await ask(window, 'tag:create', { name: '公司', colour: 'blue' })
  await ask(window, 'tag:create', { name: '公司/英伟达', colour: 'blue' })
  await ask(window, 'tag:create', { name: '公司/华为', colour: 'blue' })
  await ask(window, 'tag:create', { name: '出口管制', colour: 'green' })
  await ask(window, 'tag:create', { name: '半导体', colour: 'amber' })
  await ask(window, 'tag:create', { name: 'Transport', colour: 'violet' })
  await tag('公司/英伟达', [reference])
  await tag('出口管制', [reference])
  await tag('半导体', ids.slice(-2))
  await tag('Transport', ids.slice(0, 3))
  await ask(window, 'collection:create', { name: 'H20 出口管制', ids: ids.slice(-2) })
  await ask(window, 'collection:create', { name: 'City transport', ids: ids.slice(0, 4) })
  await ask(window, 'clipping:mark', { ids: ids.slice(1, 3), mark: { mark: 'starred', on: true } })
  await ask(window, 'clipping:mark', { ids: ids.slice(4, 5), mark: { mark: 'trashed', on: true } })
}
