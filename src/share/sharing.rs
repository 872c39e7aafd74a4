use crate::link::{FrameLook, FramePart, Host};

/// The height of a frame of six rows, in CSS pixels: what a page keeps free until the frame that is
/// tried out has told its own.
const USUAL_HEIGHT_PX: u32 = 478;

/// A way to pass a view on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Its link.
    #[default]
    Link,
    /// A frame of it in another page.
    Embed,
    /// A reference to it.
    Cite,
    /// A picture of it.
    Image,
    /// Its records.
    Data,
}

impl Tab {
    /// Every way, in the order of the dialog.
    pub const ALL: [Self; 5] = [Self::Link, Self::Embed, Self::Cite, Self::Image, Self::Data];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "Link",
            Self::Embed => "Embed",
            Self::Cite => "Cite",
            Self::Image => "Image",
            Self::Data => "Data",
        }
    }
}

/// What is chosen in the dialog.
#[derive(Clone, Debug)]
pub struct Sharing {
    /// The way that is open.
    pub tab: Tab,
    /// What the other page is written with.
    pub host: Host,
    /// How the frame looks.
    pub look: FrameLook,
    /// The height that the frame has, in CSS pixels.
    pub height_px: u32,
    /// Links name the day of the data, and so show the same for ever.
    pub is_pinned: bool,
    /// The device has a way of its own to pass a link on.
    pub can_send: bool,
    /// The day on which it is looked at.
    pub today: String,
    /// The id of the field that was copied last, and what became of that.
    pub copied: Option<(String, &'static str)>,
}

impl Default for Sharing {
    fn default() -> Self {
        Self {
            tab: Tab::default(),
            host: Host::default(),
            look: FrameLook::default(),
            height_px: USUAL_HEIGHT_PX,
            is_pinned: false,
            can_send: false,
            today: String::new(),
            copied: None,
        }
    }
}

impl Sharing {
    /// Takes over what an element of the dialog says; nothing changes where that says nothing.
    pub fn change(&mut self, key: &str, value: &str) {
        self.copied = None;
        match key {
            "tab" => {
                let tab = Tab::ALL.into_iter().find(|tab| tab.name() == value);
                self.tab = tab.unwrap_or(self.tab);
            }
            "host" => {
                let host = Host::ALL.into_iter().find(|host| host.name() == value);
                self.host = host.unwrap_or(self.host);
            }
            "part" => {
                let part = FramePart::ALL.into_iter().find(|part| part.key() == value);
                self.look.parts = part.map_or(self.look.parts, |it| self.look.parts.toggled(it));
            }
            "pin" => self.is_pinned = !self.is_pinned,
            _ => {
                self.look.take(key, value);
            }
        }
    }
}
