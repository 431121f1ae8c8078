/** Everything the play screen needs, besides what all pages share. Later files rely on coming later. */
import './styles/controls.css';
import './styles/play.css';
import './styles/monitor.css';
import './styles/laboratory.css';
import './styles/treatments.css';
import './styles/time.css';
import './styles/phone.css';
import './styles/portrait.css';
import './styles/landscape.css';
import './styles/themes.css';
