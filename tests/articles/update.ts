import { writeFileSync } from 'node:fs'
import { goldenOf, goldenPages, goldenPath } from './golden.ts'

/** Rewrites every golden: `npm run goldens:update`. Review the diff before you commit it. */
export default function run(): void {
  for (const page of goldenPages()) {
    writeFileSync(goldenPath(page), goldenOf(page))
    console.log(`wrote tests/articles/${page}/expected.json`)
  }
}
