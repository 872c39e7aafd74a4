//! A thing of a graph.

use serde_json::{Map, Value, json};

/// A thing with its type and what is known of it; what is not known is left out.
#[derive(Debug)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// A thing of a type of schema.org.
    pub(super) fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), json!(kind))]))
    }

    /// The same, known everywhere by an absolute address.
    pub(super) fn with_id(self, id: String) -> Self {
        self.with("@id", id)
    }

    /// A property.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.0.insert(property.to_owned(), value.into());
        self
    }

    /// A property that may be unknown.
    pub(super) fn with_known(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// A property with several values, which is left out where there are none.
    pub(super) fn with_each(self, property: &str, values: Vec<Value>) -> Self {
        if values.is_empty() { self } else { self.with(property, values) }
    }

    /// The thing as JSON.
    pub(super) fn into_value(self) -> Value {
        self.0.into()
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        node.into_value()
    }
}

/// A thing that is described elsewhere.
pub(super) fn reference(id: String) -> Value {
    json!({"@id": id})
}
