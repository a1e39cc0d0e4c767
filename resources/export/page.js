// The script of an exported page: it searches what is on the page and switches its light. It reads text and hides
// elements, and makes no markup. Everything is readable without it.
const articles = [...document.querySelectorAll('main > article')]
const entries = [...document.querySelectorAll('.contents li')]
const groups = [...document.querySelectorAll('.contents section')]
const bars = [...document.querySelectorAll('.timeline li')]
const field = document.querySelector('#search')
const found = document.querySelector('#found')
const theme = document.querySelector('#theme')
document.querySelector('.tools').hidden = false

const MOST_MARKS = 2000
const texts = new Map()
const textOf = article => {
  if (!texts.has(article)) texts.set(article, article.textContent.toLowerCase())
  return texts.get(article)
}

let ranges = []
let at = -1

function rangesOf(words) {
  const all = []
  for (const article of articles) {
    if (article.hidden) continue
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    while (walker.nextNode() && all.length < MOST_MARKS) {
      const node = walker.currentNode
      const text = node.data.toLowerCase()
      // Some letters change their length with their case, and then places do not agree.
      if (text.length !== node.data.length) continue
      for (const word of words)
        for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) {
          const range = new Range()
          range.setStart(node, from)
          range.setEnd(node, from + word.length)
          all.push(range)
        }
    }
  }
  return all.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
}

function mark() {
  if (!('highlights' in CSS)) return
  CSS.highlights.clear()
  if (ranges.length > 0) CSS.highlights.set('found', new Highlight(...ranges))
  if (ranges[at]) CSS.highlights.set('now', new Highlight(ranges[at]))
}

function search() {
  const words = field.value.toLowerCase().split(/\s+/u).filter(Boolean)
  let count = 0
  articles.forEach((article, index) => {
    const matches = words.every(word => textOf(article).includes(word))
    article.hidden = !matches
    if (entries[index]) entries[index].hidden = !matches
    if (matches) count += 1
  })
  for (const group of groups) group.hidden = [...group.querySelectorAll('li')].every(entry => entry.hidden)
  for (const bar of bars) {
    const first = document.querySelector(bar.querySelector('a').getAttribute('href'))
    bar.classList.toggle('quiet', words.length > 0 && first?.hidden === true)
  }
  ranges = words.length > 0 ? rangesOf(words) : []
  at = -1
  mark()
  found.textContent =
    words.length === 0
      ? ''
      : count === 0
        ? found.dataset.nothing
        : found.dataset.found.replace('#', String(count))
}

function go(step) {
  if (ranges.length === 0) return
  at = (at + step + ranges.length) % ranges.length
  mark()
  const box = ranges[at].getBoundingClientRect()
  window.scrollBy({ top: box.top - window.innerHeight / 3 })
}

let waiting
field.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 120)
})
field.addEventListener('keydown', event => {
  if (event.isComposing) return
  if (event.key === 'Enter') {
    event.preventDefault()
    go(event.shiftKey ? -1 : 1)
  }
  if (event.key === 'Escape' && field.value !== '') {
    event.preventDefault()
    field.value = ''
    search()
  }
})
document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
  if (document.activeElement === field) return
  event.preventDefault()
  field.focus()
  field.select()
})

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
theme.addEventListener('click', () => {
  const { dataset } = document.documentElement
  const isDark = dataset.theme ? dataset.theme === 'dark' : prefersDark.matches
  dataset.theme = isDark ? 'light' : 'dark'
})
