import { writeFileSync } from 'node:fs'
import { GOLDEN_FORMATS, goldenOf as formatGolden, goldenPath as formatGoldenPath } from '../formats/golden.ts'
import { writeDocumentGoldens } from '../formats/write-goldens.ts'
import { writeGoldenExports } from '../unit/core/export/golden-exports.ts'
import { goldenOf, goldenPages, goldenPath } from './golden.ts'
import { MARKDOWN_PAGES, markdownOf, markdownPath } from './markdown-golden.ts'

/** Rewrites every golden: `npm run goldens:update`. Review the diff before you commit it. */
export default async function run(): Promise<void> {
  for (const page of goldenPages()) {
    writeFileSync(goldenPath(page), goldenOf(page))
    console.log(`wrote tests/articles/${page}/expected.json`)
  }
  for (const page of MARKDOWN_PAGES) {
    writeFileSync(markdownPath(page), markdownOf(page))
    console.log(`wrote tests/articles/${page}/expected.md`)
  }
  for (const path of await writeGoldenExports()) console.log(`wrote tests/unit/core/export/goldens/${path}`)
  await writeDocumentGoldens()
  for (const format of GOLDEN_FORMATS) {
    writeFileSync(formatGoldenPath(format), await formatGolden(format))
    console.log(`wrote tests/formats/${format}/expected.json`)
  }
}
