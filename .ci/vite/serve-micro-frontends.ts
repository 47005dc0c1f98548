import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Serves each micro-frontend from its source where the built shop has its bundle: `/micro-frontends/cart/cart.js` is a
 * module that passes on everything `apps/cart/src/main.tsx` exports.
 */
export function serveMicroFrontends(apps: string, microFrontends: Record<string, Record<string, string>>): Plugin {
  return {
    name: 'busbar:serve-micro-frontends',
    configureServer(server) {
      server.middlewares.use('/micro-frontends', (request, response, next) => {
        const [app = '', file = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/').slice(1);
        const source = microFrontends[app]?.[file.replace(/\.js$/, '')];
        if (!source) return next();
        response.setHeader('Content-Type', 'text/javascript');
        response.end(`export * from ${JSON.stringify(`/@fs${join(apps, app, source)}`)};\n`);
      });
    },
  };
}
