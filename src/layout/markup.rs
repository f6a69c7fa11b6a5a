//! Parts that all HTML and SVG needs: text that stays text, links that lead to pages or mail only, data that ends no
//! script.
//!
//! `maud` escapes whatever is put into its markup; [`Text`] makes visible before that what steers or hides. So what a
//! person wrote goes in as `(Text(&party.name))`, never bare.

use maud::{Escaper, Markup, PreEscaped, Render, html};

use super::safe;

/// The head of a page that stands by itself: it loads nothing from elsewhere, runs no script but what its policy names, and
/// follows the light of the screen.
#[must_use]
pub fn head(title: &str, policy: &str, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (Text(title)) }
            style { (PreEscaped(style)) }
        }
    }
}

/// Text that a person wrote, for use between tags or within an attribute.
pub struct Text<T>(pub T);

impl<T: AsRef<str>> Render for Text<T> {
    fn render_to(&self, buffer: &mut String) {
        // Writing to a String cannot fail.
        let _ = std::fmt::Write::write_str(&mut Escaper::new(buffer), &safe::line(self.0.as_ref()));
    }
}

/// A link, where the address is one to which a page may lead; otherwise the words alone.
#[must_use]
pub fn link(address: &str, words: &str) -> Markup {
    html! {
        @if may_lead(address) {
            a href=(address.trim()) rel="noopener noreferrer" { (Text(words)) }
        } @else {
            (Text(words))
        }
    }
}

/// True when an address is one of the web or of mail, and holds nothing that hides.
fn may_lead(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let plain = !address.contains(char::is_whitespace) && safe::line(address) == address;
    plain && matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// A JSON document for a script of a page, as `<script type="application/json" id="…">`: nothing in it can end the
/// element.
#[must_use]
pub fn data(id: &str, document: &str) -> Markup {
    let document = safe::json(document).replace('<', "\\u003c").replace('>', "\\u003e");
    html! { script type="application/json" id=(id) { (PreEscaped(document.replace('&', "\\u0026"))) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_shows_what_hides() {
        let hostile = "\"'><img onerror=x> & \x1b \u{202e}\u{200b} \n</script>";
        let page = html! { p title=(Text(hostile)) { (Text(hostile)) } }.into_string();
        assert_eq!(
            page.matches("&quot;'&gt;&lt;img onerror=x&gt; &amp; ␛ &lt;U+202E&gt;&lt;U+200B&gt;").count(),
            2
        );
        assert_eq!(page.matches('<').count(), 2, "{page}");
    }

    #[test]
    fn links_lead_to_pages_or_mail_only() {
        let leads = |address: &str| link(address, "x").into_string().starts_with("<a ");
        for address in ["http://a.example/?b=c&d=\"e", " HTTPS://a.example", "mailto:desk@paper.example"] {
            assert!(leads(address), "{address}");
        }
        let refused = [
            "javascript:x",
            "java\nscript:x",
            " data:text/html,x",
            "//a.example",
            "a.html",
            "http:\u{202e}//x",
            "",
        ];
        for address in refused {
            assert!(!leads(address), "{address}");
        }
        assert!(
            link("http://x/\"onclick=y", "x").into_string().contains("href=\"http://x/&quot;onclick=y\"")
        );
    }

    #[test]
    fn data_stays_what_it_is_and_ends_nothing() {
        let text = "</script><!-- & \u{2028} \u{202e} é";
        let element = data("d", &serde_json::to_string(&[text]).unwrap()).into_string();
        let inner = element.split_once('>').and_then(|(_, rest)| rest.rsplit_once('<')).unwrap().0;
        assert!(!inner.contains(['<', '>', '&', '\u{2028}', '\u{202e}']), "{inner}");
        assert_eq!(serde_json::from_str::<[String; 1]>(inner).unwrap(), [text]);
    }
}
