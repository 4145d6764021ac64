export { workbookOf } from '@heliograph/api/testing/workbooks';
