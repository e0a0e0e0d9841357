// How the two windows are built: one entry each, nothing inlined, paths relative to the page.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  plugins: [react()],
  server: { fs: { allow: ['..'] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A small font inlined as `data:` would be refused by the content security policy.
    assetsInlineLimit: 0,
    // The preload polyfill is an inline script in some targets; the shell's engine does not need it.
    modulePreload: { polyfill: false },
    target: 'es2023',
    // The page comes from the package beside it: one large file costs nothing.
    chunkSizeWarningLimit: 1000,
    rollupOptions: { input: { desk: 'desk.html', parent: 'parent.html' } },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['test/patience.ts'],
    // Machines are shared: no test measures time, and none fails for want of it.
    testTimeout: 60_000,
    include: ['test/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
