import { linesOf } from '../core/body/text.ts'
import type { Body } from '../core/model/body.ts'
import { sha256Of } from '../store/content-files.ts'

/** The same for texts with the same words, however they are divided into lines. */
export const textDigestOf = (body: Body): string =>
  sha256Of(Buffer.from(linesOf(body).join(' ').normalize('NFC').replace(/\s+/gu, ' ').trim()))
