//! One element of the page.

use super::{Driver, session::Refusal};
use serde_json::{Value, json};

/// One element of a frame. It goes stale when the page removes it, and then every command on it is refused.
pub struct Element<'a> {
    driver: &'a Driver,
    id: String,
}

/// The name under which `WebDriver` hands elements over.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

impl<'a> Element<'a> {
    #[track_caller]
    pub(super) fn new(driver: &'a Driver, reference: &Value) -> Element<'a> {
        let Some(id) = reference[REFERENCE].as_str() else {
            panic!("{reference} is not an element")
        };
        Element { driver, id: id.to_owned() }
    }

    /// Scrolls it into view and clicks its middle as a reader would; refused when something covers it.
    #[track_caller]
    pub fn click(&self) {
        self.post("click", &json!({}));
    }

    /// Like [`Element::click`], when it may be drawn anew meanwhile.
    pub(crate) fn try_click(&self) -> Result<(), Refusal> {
        self.driver.session.post(&self.path("click"), &json!({})).map(|_| ())
    }

    /// Gives it the focus and types at the end of what it has.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.post("value", &json!({ "text": text }));
    }

    /// Empties a field.
    #[track_caller]
    pub fn clear(&self) {
        self.post("clear", &json!({}));
    }

    /// The text as rendered, without what is hidden.
    #[track_caller]
    pub fn text(&self) -> String {
        self.get("text").as_str().unwrap_or_default().to_owned()
    }

    /// The attribute; `None` without one. An attribute that is only there or not, such as `disabled`, is `"true"`.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.get(&format!("attribute/{name}")).as_str().map(str::to_owned)
    }

    /// The DOM property, null without one.
    #[track_caller]
    pub fn property(&self, name: &str) -> Value {
        self.get(&format!("property/{name}"))
    }

    /// Returns whether the element is visible once it is scrolled into view.
    #[track_caller]
    pub fn is_displayed(&self) -> bool {
        self.get("displayed").as_bool().unwrap_or_default()
    }

    /// The element as an argument for a script.
    pub fn reference(&self) -> Value {
        json!({ REFERENCE: self.id })
    }

    fn path(&self, command: &str) -> String {
        format!("element/{}/{command}", self.id)
    }

    #[track_caller]
    fn get(&self, command: &str) -> Value {
        self.driver.get(&self.path(command))
    }

    #[track_caller]
    fn post(&self, command: &str, body: &Value) {
        self.driver.post(&self.path(command), body);
    }
}
