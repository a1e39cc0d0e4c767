import { writeFileSync } from 'node:fs'
import { goldenOf, goldenPages, goldenPath } from './golden.ts'
import { MARKDOWN_PAGES, markdownOf, markdownPath } from './markdown-golden.ts'

/** Rewrites every golden: `npm run goldens:update`. Review the diff before you commit it. */
export default function run(): void {
  for (const page of goldenPages()) {
    writeFileSync(goldenPath(page), goldenOf(page))
    console.log(`wrote tests/articles/${page}/expected.json`)
  }
  for (const page of MARKDOWN_PAGES) {
    writeFileSync(markdownPath(page), markdownOf(page))
    console.log(`wrote tests/articles/${page}/expected.md`)
  }
}
