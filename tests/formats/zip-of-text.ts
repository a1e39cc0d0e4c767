import { zipOf } from './zip-of.ts'

/** An archive of files with these words. */
export const zipOfText = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
  zipOf(Object.entries(files).map(([path, words]) => ({ path, bytes: Buffer.from(words) })))
