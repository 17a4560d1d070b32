// What these tests use of the Workers runtime. Its full types would redefine the browser's, which the rest is compiled with.
declare module 'cloudflare:workers' {
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } }
  export const env: import('../../../server/worker.ts').WorkerEnv & {
    readonly ASSETS: { fetch(request: Request): Promise<Response> }
  }
}
