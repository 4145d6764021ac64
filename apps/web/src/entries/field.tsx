import { createRoot } from 'react-dom/client';
import FieldApp from '../features/field-app.tsx';
import { container } from './container.ts';

/** What the built page of the field runs. */
createRoot(container()).render(<FieldApp />);
