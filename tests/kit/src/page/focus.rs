//! Focus: the focused element, and whether it is visibly focused.

use super::{Page, string_of};

const LOOK_FOR_FOCUS: &str = include_str!("focus.js");

impl Page {
    /// The element that has the focus, as `<button#send> Send`, if a reader sees that it has: some of it is in the window
    /// with nothing over it, and it or one of the two elements around it has an outline. The outline may be transparent
    /// where a rule about the focus adds a shadow. A shadow alone is not enough, since it is lost where the reader's
    /// system chooses the colors; there the outline is seen.
    ///
    /// # Errors
    ///
    /// What keeps a reader from seeing it, as a sentence.
    #[track_caller]
    pub fn visible_focus(&self) -> Result<String, String> {
        let focus = self.inspect(LOOK_FOR_FOCUS);
        match focus["problem"].as_str() {
            Some(problem) => Err(problem.to_owned()),
            None => Ok(string_of(focus["name"].clone())),
        }
    }
}
