import { describe, expect, test } from 'vitest'
import { extractHtml } from '../../../../../electron/core/extract/html/pipeline.ts'
import { htmlTools } from '../../../../../electron/formats/html-tools.ts'

const EN =
  `<p>${'The ferry company said on Tuesday that the last boat will leave an hour earlier, because the crews are short of hands. '.repeat(3)}</p>`.repeat(
    4,
  )
const ZH =
  `<p>${'海州市交通运输局周二召开会议，讨论大桥维修方案，与会者认为大桥维修的工期应当缩短。'.repeat(3)}</p>`.repeat(
    4,
  )

const bylinesOf = (head: string, body: string): readonly string[] =>
  extractHtml(
    { html: `<html><head>${head}</head><body><article>${body}</article></body></html>` },
    { clippedAt: '2026-01-01T00:00:00.000Z', tools: htmlTools },
  ).clipping.bylines

describe('the authors of a page', () => {
  test('are not read from an address', () => {
    const head = '<meta property="article:author" content="https://social.example/ferrytimes">'
    expect(bylinesOf(head, `<h1>Last ferry leaves earlier</h1>${EN}`)).toEqual([])
  })

  test('stand without where they work', () => {
    const header = '<h1>大桥维修方案研究</h1><p>作者: 赵 培：海州大学物流学院，海州</p>'
    expect(bylinesOf('', `${header}${ZH}`)).toEqual(['赵培'])
  })

  test('may sign in a line of their own at the end', () => {
    expect(
      bylinesOf('', `<h1>大桥维修方案讨论会召开</h1>${ZH}<p>海州日报记者 彭冲 海州东岸报道</p>`),
    ).toEqual(['彭冲'])
  })
})
