const ENGLISH = (title: string, day: string): string => `EVIDENCE PACK: ${title}
Made by Cuttings on ${day}. (中文说明见下半部分。)

What is in it
  data/clippings/   one folder for each clipping:
      original/       the file exactly as it was imported, byte for byte
      article.md      the text as Cuttings read it, to read; article.json the same with its structure
      pictures/       the pictures of the article that were kept
      clipping.json   title, authors, dates, sources, each with where it was read
      highlights.json what the user marked and noted
      history.jsonl   every change to the clipping, in order, as a chain
  manifest-sha256.txt  the SHA-256 of each of these files
  The whole is a BagIt bag (RFC 8493).

How to check it
  With Cuttings:     npx cuttings verify THIS-FOLDER
  Without Cuttings:  sha256sum -c manifest-sha256.txt
                     sha256sum -c tagmanifest-sha256.txt
  The chain: each line of history.jsonl has "change", "previous" and "hash". "hash" is the SHA-256 of the text of
  "previous" followed by "change" in the canonical form of RFC 8785. "previous" is the hash of the line before, and 64
  zeros in the first line.

What it proves
  - No file of this pack has been changed, added or removed since it was made, as long as the SHA-256 of
    tagmanifest-sha256.txt is the one that was noted then. Note it, or have it noted or time-stamped by somebody
    independent, on the day that the pack is handed over: whoever could change this folder could also make new sums.
  - Each original has the SHA-256 that the first change of its history recorded, so it is unchanged since its import.
  - In what order the clipping was changed in the library: no change can be altered, left out or put in between without
    every later hash being another.

What it does not prove
  - That the page or document said this before it was imported, that it is genuine, or who wrote it.
  - When it was imported and changed: the times are those of the clock of the computer that Cuttings ran on.
  - That the text was read without mistakes: article.md is a reading of the original, and the original counts.
`

const CHINESE = (title: string, day: string): string => `证据包：${title}
由“剪报”于 ${day} 制作。

内容
  data/clippings/   每篇剪报一个文件夹：
      original/       导入时的原件，逐字节不变
      article.md      “剪报”读出的正文，供阅读；article.json 是同一正文及其结构
      pictures/       留存的文中图片
      clipping.json   标题、作者、日期、来源，以及各自出自何处
      highlights.json 用户的标注和批注
      history.jsonl   这篇剪报的每一次修改，依次连成一条链
  manifest-sha256.txt  以上每个文件的 SHA-256
  整个文件夹是一个 BagIt 包（RFC 8493）。

如何核对
  用“剪报”：    npx cuttings verify 本文件夹
  不用“剪报”：  sha256sum -c manifest-sha256.txt
                sha256sum -c tagmanifest-sha256.txt
  修改链：history.jsonl 的每一行有 "change"、"previous" 和 "hash"。"hash" 是 "previous" 的文字后接按 RFC 8785
  规范化的 "change" 的 SHA-256；"previous" 是上一行的 hash，第一行为 64 个零。

能证明什么
  - 只要 tagmanifest-sha256.txt 的 SHA-256 仍与制作当天记下的一致，包内文件自制作以来没有改动、增加或减少。
    请在交付当天记下它，或请无利害关系的第三方登记、加盖时间戳：能改动本文件夹的人，也能重新算出校验值。
  - 每份原件的 SHA-256 与其历史中第一次修改所记的一致，即自导入以来没有变过。
  - 剪报在剪报库中修改的先后：改动、删去或插入任何一次修改，其后的每个 hash 都会不同。

不能证明什么
  - 导入之前网页或文件确实如此、内容属实，或由谁所写。
  - 导入和修改的时刻：所记时间来自运行“剪报”的这台电脑的时钟。
  - 正文读取无误：article.md 是对原件的读取，以原件为准。
`

/** What the pack is, in plain words of both languages, that of the export first. */
export function readMeText(title: string, day: string, language: 'en' | 'zh-Hans'): string {
  const parts = [ENGLISH(title, day), CHINESE(title, day)]
  return (language === 'en' ? parts : parts.toReversed()).join(`\n${'-'.repeat(72)}\n\n`)
}
