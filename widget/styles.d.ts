// Lets the compiler know what Vite makes of `import css from './x.css?inline'`: the minified style sheet as text.
declare module '*.css?inline' {
  const css: string
  export default css
}
