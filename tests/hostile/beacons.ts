/** Ways to make a document call home, each by a name; `URL` is the address that tells of it. */
export const BEACONS: Readonly<Record<string, string>> = {
  img: '<img src="URL">',
  'img-srcset': '<img srcset="URL 1x, URL 2x">',
  'picture-source': '<picture><source srcset="URL"><img alt=""></picture>',
  'image-tag': '<image src="URL">',
  'input-image': '<input type="image" src="URL">',
  'body-background': '<table background="URL"><tr><td>x</td></tr></table>',
  'style-attribute': '<p style="background-image:url(URL)">x</p>',
  'style-escaped': '<p style="background-image:u\\72l(URL)">x</p>',
  'style-element': '<style>body::before{content:url(URL)}</style>',
  'style-image-set': '<style>h1{background-image:image-set("URL" 1x)}</style><h1>x</h1>',
  'style-webkit-image-set': '<style>h2{background-image:-webkit-image-set(url(URL) 1x)}</style><h2>x</h2>',
  'style-variable': '<style>:root{--a:"URL"}h3{background-image:image-set(var(--a) 1x)}</style><h3>x</h3>',
  'style-url-in-variable': '<style>:root{--b:url(URL)}h4{background-image:var(--b)}</style><h4>x</h4>',
  'style-cross-fade':
    '<style>h5{background-image:-webkit-cross-fade(url(URL),url(URL),50%)}</style><h5>x</h5>',
  'css-import': '<style>@import "URL";</style>',
  'css-import-url': '<style>@import url(URL) screen;</style>',
  'css-import-layer': '<style>@\\69mport url("URL") layer(x);</style>',
  'css-font': '<style>@font-face{font-family:beacon;src:url(URL)}b{font-family:beacon}</style><b>x</b>',
  'css-list': '<style>ul{list-style:url(URL)}</style><ul><li>x</li></ul>',
  'css-border': '<style>h6{border:9px solid;border-image:url(URL) 1}</style><h6>x</h6>',
  'css-mask': '<style>i{display:block;mask-image:url(URL)}</style><i>x</i>',
  'css-shape': '<style>u{float:left;shape-outside:url(URL)}</style><u>x</u>',
  'css-nested': '<style>@media all{@supports (color:red){p{&::after{content:url(URL)}}}}</style><p>x</p>',
  'css-in-comment': '<style><!-- q::before{content:url(URL)} --></style><q>x</q>',
  stylesheet: '<link rel="stylesheet" href="URL">',
  'stylesheet-alternate': '<link rel="alternate stylesheet" title="x" href="URL">',
  icon: '<link rel="icon" href="URL">',
  preload: '<link rel="preload" as="image" href="URL">',
  'preload-imagesrcset': '<link rel="preload" as="image" imagesrcset="URL 1x">',
  modulepreload: '<link rel="modulepreload" href="URL">',
  prefetch: '<link rel="prefetch" href="URL">',
  preconnect: '<link rel="preconnect" href="URL">',
  manifest: '<link rel="manifest" href="URL" crossorigin="use-credentials">',
  script: '<script src="URL"></script>',
  'script-module': '<script type="module">import "URL"</script>',
  'script-fetch': '<script>fetch("URL")</script>',
  'script-on-error': '<img src="data:," onerror="new Image().src=\'URL\'">',
  speculation:
    '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["URL"],"eagerness":"immediate"}]}</script>',
  video: '<video src="URL" preload="auto" autoplay muted></video>',
  'video-poster': '<video poster="URL"></video>',
  'video-source': '<video preload="auto"><source src="URL" type="video/mp4"></video>',
  'video-track': '<video src="data:video/mp4;base64,AAAA"><track default kind="captions" src="URL"></video>',
  audio: '<audio src="URL" preload="auto"></audio>',
  iframe: '<iframe src="URL"></iframe>',
  'iframe-srcdoc': '<iframe srcdoc="<img src=\'URL\'>"></iframe>',
  'iframe-data': '<iframe src="data:text/html,<img src=\'URL\'>"></iframe>',
  object: '<object data="URL"></object>',
  embed: '<embed src="URL">',
  'svg-image': '<svg><image href="URL" width="9" height="9"/></svg>',
  'svg-xlink': '<svg><image xlink:href="URL" width="9" height="9"/></svg>',
  'svg-use': '<svg><use href="URL#x"/></svg>',
  'svg-fill': '<svg><rect width="9" height="9" fill="url(URL#x)"/></svg>',
  'svg-fe-image':
    '<svg><filter id="f"><feImage href="URL"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>',
  'svg-style': '<svg><style>@import "URL";</style></svg>',
  'svg-foreign': '<svg><foreignObject width="9" height="9"><img src="URL"></foreignObject></svg>',
  'svg-in-picture':
    '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22><image href=%22URL%22/></svg>">',
  'mathml-href': '<math href="URL"><mtext><img src="URL"></mtext></math>',
  noscript: '<noscript><img src="URL"></noscript>',
  template: '<div><template shadowrootmode="open"><img src="URL"></template></div>',
  'custom-element': '<x-beacon><img src="URL"></x-beacon>',
  'form-focus': '<form action="URL"><button autofocus onfocus="this.form.submit()">x</button></form>',
  base: '<base href="URL/"><img src="base.png">',
  'protocol-relative': '<img src="//HOST">',
  'link-ping': '<a id="ping" href="#x" ping="URL">x</a>',
  'csp-report':
    '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'; report-uri URL"><img src="data:,">',
  'comment-break': '<!--><img src="URL">-->',
  'title-break': '<title><!--</title><img src="URL">-->',
  'attribute-break': '<p title="</p><img src=URL>"><a title="x"onmouseover=x href=\'"><img src=URL>\'>x</a>',
  'table-foster': '<table><img src="URL"><tr><td>x</td></tr></table>',
  'select-break': '<select><option><img src="URL"></select>',
  'math-mutation':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=URL&gt;"></table></math>',
  'meta-refresh': '<meta http-equiv="refresh" content="1;url=URL">',
}

/** One page with all of them, the last of which leads away from it; each address ends with the name of its beacon. */
export const beaconPage = (origin: string): string => {
  const host = origin.replace(/^https?:/u, '').replace(/^\/\//u, '')
  const beacons = Object.entries(BEACONS).map(([name, html]) =>
    html.replaceAll('URL', `${origin}/${name}`).replaceAll('HOST', `${host}/${name}`),
  )
  return `<html><head><title>Harbour Board Votes</title></head><body>
<h1>Harbour Board Votes on New Pilot Fees</h1>
<p>The harbour board voted on Thursday to raise pilot fees by four percent, the first change in six years.</p>
<p>Shipping companies said that they would appeal against the decision within a month.</p>
<style>.shown{color:#123456}</style>
${beacons.join('\n')}</body></html>`
}
