/// <reference types="vite/client" />
import '../web/rare/rare.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import '../web/tokens.css';
// In the order of the cascade: what comes later may correct what came before.
import './parts/base.css';
import './top-bar.css';
import './parts/page.css';
import './parts/form.css';
import './house/shown-once.css';
import './house/door/door.css';
import './work/counter/choose-counter.css';
import './work/sitting/visit.css';
import './work/sitting/sitting-matters.css';
import './work/action-bar.css';
import './work/waiting-list.css';
import './cases/list/soonest-cases.css';
import './work/tickets/tickets.css';
import './cases/cases.css';
import './work/tickets/look-up.css';
import './hall/hall.css';
import './house/house.css';
import './house/account/account.css';
import { createRoot } from 'react-dom/client';
import { Root } from './root.tsx';

createRoot(document.getElementById('root')!).render(<Root />);
