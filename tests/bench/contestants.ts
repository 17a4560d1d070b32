// Who is measured beside our widget, and how each is put on a page, as its own documentation says.

export interface Contestant {
  readonly name: string
  /** npm package and version, exact; absent for what is built here. */
  readonly npm?: string
  /** HTML at the end of the body. `base`: where its package's files are served. */
  readonly html: (base: string) => string
}

const module = (code: string) => `<script type="module">${code}</script>`

export const OURS: Contestant = { name: 'clinic-chat', html: () => '<script src="/ours/widget.js" async></script>' }
export const EMPTY: Contestant = { name: 'empty page', html: () => '' }

export const FLOORS: readonly Contestant[] = [
  { name: 'FLOOR one file', html: () => '<script type="module" src="/floor/one-file.js"></script>' },
  { name: 'FLOOR two files', html: () => '<script type="module" src="/floor/two-files.js"></script>' },
]

export const PEERS: readonly Contestant[] = [
  {
    name: 'open-chat-studio-widget',
    npm: 'open-chat-studio-widget@0.6.0',
    html: (base) =>
      `<script type="module" src="${base}/dist/open-chat-studio-widget/open-chat-studio-widget.esm.js"></script>
       <open-chat-studio-widget visible="false" chatbot-id="x" button-text="Chat"></open-chat-studio-widget>`,
  },
  {
    name: '@docsearch/js',
    npm: '@docsearch/js@5.2.0',
    html: (base) =>
      `<div id="docsearch"></div><script src="${base}/dist/umd/index.js"></script>
       <script>docsearch({ container: '#docsearch', appId: 'A', indexName: 'i', apiKey: 'k' })</script>`,
  },
  {
    name: '@markprompt/web',
    npm: '@markprompt/web@0.14.3',
    html: (base) =>
      `<div id="markprompt"></div>${module(`import { markprompt } from '${base}/dist/index.js'; markprompt('key', '#markprompt', {})`)}`,
  },
  {
    name: '@typebot.io/js',
    npm: '@typebot.io/js@0.10.7',
    html: (base) =>
      module(
        `import Typebot from '${base}/dist/web.js'; Typebot.initBubble({ typebot: 'x', apiHost: location.origin })`,
      ),
  },
  {
    name: 'flowise-embed',
    npm: 'flowise-embed@3.1.6',
    html: (base) =>
      module(`import Chatbot from '${base}/dist/web.js'; Chatbot.init({ chatflowid: 'x', apiHost: location.origin })`),
  },
  {
    name: 'deep-chat',
    npm: 'deep-chat@2.4.2',
    html: (base) => `<script type="module" src="${base}/dist/deepChat.bundle.js"></script><deep-chat></deep-chat>`,
  },
  {
    name: '@n8n/chat',
    npm: '@n8n/chat@1.37.0',
    html: (base) =>
      `<link rel="stylesheet" href="${base}/dist/style.css">${module(
        `import { createChat } from '${base}/dist/chat.bundle.es.js'; createChat({ webhookUrl: location.origin + '/hook' })`,
      )}`,
  },
]
