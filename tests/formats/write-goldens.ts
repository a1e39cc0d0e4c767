import { writeFileSync } from 'node:fs'
import { documentFixtures, expectedPath, goldenOfDocument } from './golden-document.ts'

/** Rewrites the goldens of the document formats. */
export async function writeDocumentGoldens(): Promise<void> {
  for (const fixture of documentFixtures()) {
    writeFileSync(expectedPath(fixture), await goldenOfDocument(fixture))
    console.log(`wrote tests/formats/${fixture}.expected.json`)
  }
}
