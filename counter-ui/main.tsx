/// <reference types="vite/client" />
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import '../web/tokens.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { Root } from './root.tsx';

createRoot(document.getElementById('root')!).render(<Root />);
