import '../styles/base.css';
import '../styles/docs.css';
