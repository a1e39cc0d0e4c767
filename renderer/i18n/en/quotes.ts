export const quotes = {
  menu: 'Quotations by speaker',
  title: 'Quotations',
  unstated: 'Speaker not stated in the sentence',
  show: 'Show in the text:',
  copy: 'Copy as a quotation',
  none: 'Nobody is quoted here',
  noneDetail: 'Words in quotation marks are listed with who says them, where the sentence states it.',
} as const
