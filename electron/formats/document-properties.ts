const EXTENSION = /\.(?:pdf|docx?|odt|rtf|pages|wps|txt|md|html?|indd|qxd|pptx?|xlsx?|tex|dvi|ps|fodt|sxw)$/iu
const PROGRAM =
  /^(?:microsoft (?:office )?word|microsoft powerpoint|powerpoint presentation|wps (?:writer|文字)|libreoffice|openoffice|writer document|pages|adobe indesign|google docs|print(?:ed)?|layout \d+|scan(?:ned)?)\b/iu
const NAMELESS =
  /^(?:untitled(?: document)?|no title|document\s*\d*|doc\s*\d+|new (?:microsoft word )?document|full page (?:fax )?print|无标题|未命名|未命名文档|新建文档|新建 ?microsoft word ?文档|文档\s*\d*|標題|無標題|about:blank|标题|幻灯片\s*\d*|slide\s*\d*)$/iu
const ACCOUNT =
  /^(?:admin(?:istrator)?|user\d*|owner|root|guest|default|microsoft(?: office user)?|lenovo|hp|dell|asus|acer|thinkpad|pc|windows(?: 用户| user)?|user|用户|管理员|系统管理员|雨林木风|深度技术|番茄花园|china|home|office|anonymous|unknown|un-named|python-docx|openpyxl|\(anonymous\)|\(unspecified\)|匿名用户|作者|author)$/iu

const bare = (name: string): string => name.replace(EXTENSION, '').trim().toLowerCase()

/** Whether what a document's properties call its title is the name of a file or of a program, and says nothing. */
export function placeholderTitle(title: string, fileName: string): boolean {
  const words = title.trim()
  return (
    words === '' ||
    NAMELESS.test(words) ||
    PROGRAM.test(words) ||
    EXTENSION.test(words) ||
    /^(?:file|https?):\/\//iu.test(words) ||
    /^[\d\s_.-]+$/u.test(words) ||
    (bare(words) === bare(fileName) && !/\s|\p{Script=Han}{6}/u.test(words))
  )
}

/** Whether what a document's properties call its author is the account of a computer: nobody wrote under that name. */
export const accountName = (author: string): boolean =>
  ACCOUNT.test(author.trim()) || /[\\/@]|^\P{L}*$|^[a-z]{1,3}\d+$|^desktop-/iu.test(author.trim())
