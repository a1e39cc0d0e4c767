import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

/** As much of electron-builder's configuration as says what happens when the app is removed. */
const configSchema = z.object({
  nsis: z.looseObject({
    include: z.literal('resources/installer.nsh'),
    deleteAppDataOnUninstall: z.literal(false),
    script: z.undefined().optional(),
  }),
  deb: z.looseObject({ afterRemove: z.undefined().optional() }).optional(),
  rpm: z.looseObject({ afterRemove: z.undefined().optional() }).optional(),
  linux: z.looseObject({ afterRemove: z.undefined().optional() }).optional(),
})

describe('removing the app leaves the library and the profile where they are', () => {
  it('by its configuration', async () => {
    const config = configSchema.safeParse(parse(await readFile('electron-builder.yml', 'utf8')))
    expect(config.error?.issues).toBeUndefined()
  })

  it('on Windows, where the uninstaller takes back what was written to the registry, and deletes no file', async () => {
    const script = await readFile('resources/installer.nsh', 'utf8')
    const [, uninstall = ''] = /!macro customUnInstall\n(.*?)!macroend/su.exec(script) ?? []
    const steps = uninstall
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter(step => !/^DeleteRegKey SHELL_CONTEXT "Software\\Classes\\/u.test(step))).toEqual([])
    expect(script).not.toMatch(/\bRMDir\b|\bDelete\b|\bExec/iu)
  })
})
