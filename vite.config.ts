import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Three screens, one build; the server serves dist/ as it is, so nothing is fetched from outside the hall. */
export default defineConfig({
  plugins: [react()],
  publicDir: 'web/public',
  build: {
    outDir: 'dist/screens',
    chunkSizeWarningLimit: 2_500,
    rolldownOptions: {
      input: { kiosk: 'kiosk/index.html', 'counter-ui': 'counter-ui/index.html', display: 'display/index.html' },
    },
  },
});
