// Entry of the script tag: reads the configuration, defines <clinic-chat> and puts one on the page. Safe to run twice.
import { readSource } from './config.ts'
import { defineElement } from './element.ts'

const source = readSource()
if (PINNED && !source.setting('phone'))
  // Better no chat, seen by whoever installs it, than one that ends without a number.
  console.error('[clinic-chat] a pinned widget.js holds no phone. Write data-phone="(561) 555-0100" into its tag.')
else if (!customElements.get('clinic-chat')) {
  defineElement(source)
  const mount = () => document.body.append(document.createElement('clinic-chat'))
  // A tag in the head may run before there is a body.
  if (document.body) mount()
  else addEventListener('DOMContentLoaded', mount)
}
