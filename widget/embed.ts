// Entry of the script tag: reads the configuration, defines <clinic-chat> and puts one on the page. Safe to run twice.
import { readSource } from './config.ts'
import { defineElement } from './element.ts'

if (!customElements.get('clinic-chat')) {
  defineElement(readSource())
  const mount = () => document.body.append(document.createElement('clinic-chat'))
  // A tag in the head may run before there is a body.
  if (document.body) mount()
  else addEventListener('DOMContentLoaded', mount)
}
