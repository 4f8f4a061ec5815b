import { pictures } from "./pictures";
import styles from "./pages.module.css";

/** From the course page to the pictures of the whole course. */
export function PictureLinks() {
  return (
    <nav aria-label="The course in pictures">
      <h2 className={styles.linksHead}>The course in pictures</h2>
      <ul className={styles.pictures} role="list">
        {pictures.map(({ href, title, about }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
