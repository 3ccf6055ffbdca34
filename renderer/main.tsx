import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { queries } from './state/queries.ts';
import { restoreWindow } from './state/window-state.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/frame.css';
import './ui/pages.css';
import './features/inbox/inbox.css';
import './features/evidence/evidence.css';
import './features/binder/binder.css';

z.config({ jitless: true }); // compiled validators would need eval, which the policy of this window forbids
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await restoreWindow();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
