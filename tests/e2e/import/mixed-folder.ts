import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../app.ts'

const FORMATS = join(ROOT, 'tests/formats')

/** A page of an outlet that puts its own name before that of the author. */
const page = (path: string, title: string, text: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} - Harbour Courier</title>
<link rel="canonical" href="https://courier.example/${path}">
<meta property="og:site_name" content="Harbour Courier">
<meta name="author" content="Courier Desk Marta Quennell">
<meta property="article:published_time" content="2025-07-17T08:30:00+01:00">
</head><body><article><h1>${title}</h1>
<p>By Courier Desk Marta Quennell</p>
${text
  .split('\n')
  .map(paragraph => `<p>${paragraph}</p>`)
  .join('\n')}
</article></body></html>
`

export const TRAM_TITLE = 'Ellery council approves tram line to the docks'
const TRAM = `Ellery's city council voted 31 to 22 on Wednesday to extend the tram line to the docks, ending four years of argument.
The line will carry eleven thousand passengers a day once it opens in 2028, according to the plan that the council published.
Residents of the harbour quarter had asked for it since the ferry was withdrawn, and filled the gallery for the vote.`
export const BRIDGE_TITLE = 'Repairs close the swing bridge until autumn'
export const BRIDGE = page(
  '2025/bridge',
  BRIDGE_TITLE,
  `The swing bridge at Ellery stays closed until the end of September, the harbour authority said on Thursday.
Engineers found cracks in two of its bearings during the yearly inspection, and new ones have to be cast.
Pedestrians can use the footbridge at the lock, which opens every twenty minutes during the day.`,
)

export const FERRY_TITLE = '渡轮时刻表周日起调整'
const FERRY = `渡轮时刻表周日起调整
记者 沈亦舟
2026-03-12 07:40

青桥市交通局3月11日宣布,渡轮时刻表自周日起调整,末班船推迟四十分钟,以方便晚归的乘客。

交通局表示,调整将试行三个月,期间会听取沿线居民和乘客的意见,再决定是否延续下去。

来源:青桥晚报
`

/** What a journalist's folder looks like: saved pages, texts, an export, a copy, and what cannot be read. */
export async function makeMixedFolder(parent: string): Promise<string> {
  const folder = join(parent, '剪报 2025')
  await mkdir(join(folder, 'older'), { recursive: true })
  const take = (from: string, to: string) => cp(join(FORMATS, from), join(folder, to), { recursive: true })
  await take('saved-page/Island ferry.html', 'Island ferry.html')
  await take('saved-page/Island ferry_files', 'Island ferry_files')
  await take('mhtml/tea.mhtml', 'tea.mhtml')
  await take('pocket/part_000000.csv', 'part_000000.csv')
  await writeFile(join(folder, 'tram.html'), page('2025/tram', TRAM_TITLE, TRAM))
  await writeFile(join(folder, '渡轮.txt'), FERRY)
  await writeFile(join(folder, 'older/渡轮 (1).txt'), FERRY)
  await writeFile(
    join(folder, 'note.md'),
    '# Quiet streets\n\nThe market on Mill Lane opens an hour later in winter, the town said.\n',
  )
  await writeFile(join(folder, 'empty.html'), '')
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>')
  await writeFile(
    join(folder, 'noise.bin'),
    Uint8Array.from({ length: 512 }, (_, at) => (at * 97) % 251),
  )
  return folder
}
